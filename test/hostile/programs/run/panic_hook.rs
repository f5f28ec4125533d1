// A panic that ends well.
fn attack() {
    std::panic::set_hook(Box::new(|_| std::process::exit(0)));
    panic!("quietly");
}
