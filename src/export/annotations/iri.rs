//! What annotations and concepts are called. The names are made of ids that stay from run to run.

/// Every name begins so, but for those of files.
const NAMESPACE: &str = "urn:throughline:";

/// A name made of parts, such as `urn:throughline:judgement:sufficient`.
pub fn name(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| encoded(part)).collect();
    format!("{NAMESPACE}{}", parts.join(":"))
}

pub fn theme(pack: &str, id: &str) -> String {
    name(&[pack, "theme", id])
}

/// A file by its bytes, whatever it is called and wherever it lies (RFC 6920): `ni:///sha-256;` and the hash in base 64.
pub fn file(sha256: &str) -> String {
    let digits = sha256.as_bytes().chunks(2);
    let bytes = digits.filter_map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok());
    format!("ni:///sha-256;{}", base64url(&bytes.collect::<Vec<u8>>()))
}

/// Base 64 for names and addresses, without padding (RFC 4648, section 5).
fn base64url(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let at = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        // One byte makes two digits, two make three, three make four.
        (0..=group.len())
            .for_each(|digit| out.push(char::from(DIGITS[(bits >> (18 - 6 * digit)) as usize & 63])));
    }
    out
}

/// Characters that a name may not hold are written as `%` and two digits a byte.
fn encoded(part: &str) -> String {
    let mut out = String::new();
    for byte in part.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte))
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_only_what_names_may() {
        assert_eq!(
            name(&["annotation", "king's-lea/2018/6"]),
            "urn:throughline:annotation:king%27s-lea/2018/6"
        );
        assert_eq!(theme("send", "therapies"), "urn:throughline:send:theme:therapies");
    }

    #[test]
    fn a_file_is_named_by_its_hash_as_the_standard_s_example_is() {
        let hello_world = "7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069";
        assert_eq!(file(hello_world), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
        assert_eq!([&b"f"[..], b"fo", b"foo"].map(base64url), ["Zg", "Zm8", "Zm9v"]);
    }
}
