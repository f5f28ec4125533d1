// Accepted: exchanges the children of every node. O(n) time.
use std::cell::RefCell;
use std::rc::Rc;

impl Solution {
    pub fn invert_tree(root: Option<Rc<RefCell<TreeNode>>>) -> Option<Rc<RefCell<TreeNode>>> {
        let mut open = vec![root.clone()];
        while let Some(next) = open.pop() {
            if let Some(node) = next {
                let mut node = node.borrow_mut();
                let left = node.left.take();
                node.left = node.right.take();
                node.right = left;
                open.push(node.left.clone());
                open.push(node.right.clone());
            }
        }
        root
    }
}
