use std::cell::RefCell;
use std::rc::Rc;

struct Echo {
    base: i32,
}

impl Echo {
    fn new(base: i32, _name: String) -> Self {
        Echo { base }
    }
    fn nothing(&self) {}
    fn sum(&mut self, a: i32, b: i64, c: f64) -> f64 {
        self.base as f64 + a as f64 + b as f64 + c
    }
    fn integer(&self, v: i32) -> i32 {
        v
    }
    fn wide(&self, v: i64) -> i64 {
        v
    }
    fn real(&self, v: f64) -> f64 {
        v
    }
    fn text(&self, v: String) -> String {
        v
    }
    fn flag(&self, v: bool) -> bool {
        v
    }
    fn letter(&self, v: char) -> char {
        v
    }
    fn integers(&self, v: Vec<i32>) -> Vec<i32> {
        v
    }
    fn grid(&self, v: Vec<Vec<i32>>) -> Vec<Vec<i32>> {
        v
    }
    fn cube(&self, v: Vec<Vec<Vec<i32>>>) -> Vec<Vec<Vec<i32>>> {
        v
    }
    fn longs(&self, v: Vec<i64>) -> Vec<i64> {
        v
    }
    fn doubles(&self, v: Vec<f64>) -> Vec<f64> {
        v
    }
    fn texts(&self, v: Vec<String>) -> Vec<String> {
        v
    }
    fn text_grid(&self, v: Vec<Vec<String>>) -> Vec<Vec<String>> {
        v
    }
    fn flags(&self, v: Vec<bool>) -> Vec<bool> {
        v
    }
    fn letters(&self, v: Vec<char>) -> Vec<char> {
        v
    }
    fn board(&self, v: Vec<Vec<char>>) -> Vec<Vec<char>> {
        v
    }
    fn chain(&self, v: Option<Box<ListNode>>) -> Option<Box<ListNode>> {
        v
    }
    fn chains(&self, v: Vec<Option<Box<ListNode>>>) -> Vec<Option<Box<ListNode>>> {
        v
    }
    fn tree(&self, v: Option<Rc<RefCell<TreeNode>>>) -> Option<Rc<RefCell<TreeNode>>> {
        v
    }
    fn trees(&self, v: Vec<Option<Rc<RefCell<TreeNode>>>>) -> Vec<Option<Rc<RefCell<TreeNode>>>> {
        v
    }
}
