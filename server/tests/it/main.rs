mod csrf;
mod isolation;
mod ordering;
mod references;
mod support;
