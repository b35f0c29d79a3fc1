/// A whole number of 1 or more, as an option gives it.
pub fn from_one(typed: &str) -> Result<u32, String> {
    let number = typed.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| "it takes a whole number of 1 or more, such as 20".to_owned())
}
