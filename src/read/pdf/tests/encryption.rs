use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes128CryptFilter, Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions, StringFormat, dictionary};

use super::maker::Maker;
use super::{outline_of, read};
use crate::read::ReadError;

const OWNER: &str = "owner";

fn plain() -> Document {
    let mut maker = Maker::new(1);
    maker.text(1, 72, 700, "Dear Director");
    let mut document = Document::load_mem(&maker.untagged()).unwrap();
    let id = Object::String(b"0123456789abcdef".to_vec(), StringFormat::Literal);
    document.trailer.set("ID", vec![id.clone(), id]);
    document
}

fn bytes(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn rc4(user_password: &str, key_length: usize) -> Document {
    let mut document = plain();
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: OWNER,
        user_password,
        key_length,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    document
}

fn filters(filter: impl CryptFilter + 'static) -> BTreeMap<Vec<u8>, Arc<dyn CryptFilter>> {
    let filter: Arc<dyn CryptFilter> = Arc::new(filter);
    BTreeMap::from([(b"StdCF".to_vec(), filter)])
}

fn aes_128() -> Document {
    let mut document = plain();
    let version = EncryptionVersion::V4 {
        document: &document,
        encrypt_metadata: true,
        crypt_filters: filters(Aes128CryptFilter),
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: OWNER,
        user_password: "",
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    document
}

/// As PDF 2.0 has it.
fn aes_256() -> Document {
    let mut document = plain();
    document.version = "2.0".to_owned();
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: filters(Aes256CryptFilter),
        file_encryption_key: &[7; 32],
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: OWNER,
        user_password: "",
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    document
}

#[test]
fn a_file_that_only_its_owner_may_change_is_read() {
    for (name, document) in
        [("40", rc4("", 40)), ("128", rc4("", 128)), ("AES-128", aes_128()), ("AES-256", aes_256())]
    {
        assert_eq!(outline_of(&bytes(document)), ["p: Dear Director"], "{name}");
    }
}

#[test]
fn a_file_that_needs_a_password_says_so() {
    assert!(matches!(read(&bytes(rc4("secret", 128))), Err(ReadError::Encrypted)));
    assert!(matches!(read(&bytes(in_trailer(rc4("secret", 128)))), Err(ReadError::Encrypted)));
}

/// Moves the encryption dictionary into the trailer.
fn in_trailer(mut document: Document) -> Document {
    let id = document.trailer.get(b"Encrypt").unwrap().as_reference().unwrap();
    let dict = document.objects.remove(&id).unwrap();
    document.trailer.set("Encrypt", dict);
    document
}

#[test]
fn the_encryption_dictionary_may_stand_in_the_trailer() {
    for (name, document) in [("40", rc4("", 40)), ("AES-128", aes_128()), ("AES-256", aes_256())] {
        assert_eq!(outline_of(&bytes(in_trailer(document))), ["p: Dear Director"], "{name}");
    }
}

#[test]
fn a_file_with_nothing_but_its_attachments_encrypted_is_read() {
    let hash = || Object::String(vec![1; 32], StringFormat::Hexadecimal);
    let dict = dictionary! {
        "Filter" => "Standard", "V" => 4, "R" => 4, "Length" => 128, "P" => -44, "O" => hash(), "U" => hash(),
        "CF" => dictionary! { "StdCF" => dictionary! { "CFM" => "AESV2", "AuthEvent" => "EFOpen", "Length" => 16 } },
        "StmF" => "Identity", "StrF" => "Identity", "EFF" => "StdCF",
    };
    let mut direct = plain();
    direct.trailer.set("Encrypt", dict.clone());
    assert_eq!(outline_of(&bytes(direct)), ["p: Dear Director"]);
    let mut referred = plain();
    let id = referred.add_object(dict);
    referred.trailer.set("Encrypt", id);
    assert_eq!(outline_of(&bytes(referred)), ["p: Dear Director"]);
}
