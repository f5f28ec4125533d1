use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn reverse(a: &mut Option<Box<ListNode>>, mut b: Vec<Option<Rc<RefCell<TreeNode>>>>) {
        let first = a.as_mut().unwrap();
        while let Some(node) = b[0].take() {
            first.val += 1;
            b[0] = node.borrow_mut().right.take();
        }
    }
}
