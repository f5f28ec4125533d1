// The variables of whoever called the tool, at compile time. (An env! without that variable would be
// an error that names it.)
const MAYBE: Option<&str> = option_env!("SECRET_OF_THE_CALLER");

fn main() {
    if let Some(secret) = MAYBE {
        println!("BREACH {}", secret);
    }
    println!("no answer");
}
