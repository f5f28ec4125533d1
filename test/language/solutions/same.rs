use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn same(a: Option<Rc<RefCell<TreeNode>>>, b: i32) -> Option<Rc<RefCell<TreeNode>>> {
        match b {
            1 => a.as_ref().unwrap().borrow_mut().left = a.clone(),
            5 => a.as_ref().unwrap().borrow_mut().right = a.clone(),
            2 => panic!("two"),
            3 => return a.unwrap().borrow().left.clone(),
            _ => (),
        }
        a
    }
}
