// Accepted: turns each link round on the way. O(n) time, O(1) memory.
impl Solution {
    pub fn reverse_list(mut head: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        let mut turned = None;
        while let Some(mut node) = head {
            head = node.next.take();
            node.next = turned;
            turned = Some(node);
        }
        turned
    }
}
