use std::fmt;

/// A name, without its slash. Nearly every name of a file is short and takes no memory of its own.
#[derive(Clone)]
pub struct Name(Kept);

const SHORT: usize = 22;

#[derive(Clone)]
enum Kept {
    Short { length: u8, bytes: [u8; SHORT] },
    Long(Box<[u8]>),
}

impl Name {
    pub fn of(name: &[u8]) -> Self {
        let mut bytes = [0; SHORT];
        Self(match bytes.get_mut(..name.len()) {
            Some(room) => {
                room.copy_from_slice(name);
                Kept::Short { length: name.len() as u8, bytes }
            }
            None => Kept::Long(name.into()),
        })
    }

    pub fn bytes(&self) -> &[u8] {
        match &self.0 {
            Kept::Short { length, bytes } => &bytes[..usize::from(*length)],
            Kept::Long(bytes) => bytes,
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", String::from_utf8_lossy(self.bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_length_are_kept_in_little_memory() {
        for length in [0, 1, SHORT, SHORT + 1, 300] {
            let name = vec![b'n'; length];
            assert_eq!(Name::of(&name).bytes(), name);
        }
        assert_eq!(size_of::<Name>(), 24);
    }
}
