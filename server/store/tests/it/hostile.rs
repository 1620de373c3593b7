//! Files that are damaged, or no files at all.

use store::import::{Failure, Kind, Options, sample};

use crate::import::{ALL_OF_OURS, Portal, WITHOUT_HISTORY, told};

#[tokio::test]
async fn a_damaged_file_is_told_line_by_line() {
    let portal = Portal::with(&WITHOUT_HISTORY).await;
    let head = b"customer_number,sku,own_name,own_code\n000120,000401,Kok\xc3\xb6s,\n";
    for (row, problem) in [
        (&b"000120,000302,\"Room,1\n"[..], "3  quote_not_closed"),
        (b"000120,000302,Cr\xe8me,1\n", "3  encoding"),
        (b"000120,000302,R\0om,1\n", "3 own_name control_character"),
        (b"000120,000302,R\x1bom,1\n", "3 own_name control_character"),
        (b"000120,000302\n", "3  ragged_row"),
        (b"000120,00030", "3  ragged_row"),
    ] {
        let report = portal.import(Kind::Assortments, [head, row, b"000120,000502,Zak,\n"].concat()).await;
        assert_eq!(told(&report)[0], problem);
        assert!(!report.saved && report.rows.accepted >= 1, "the rows around it are in order");
    }
}

/// What may be in a file: anything, and a sample with something wrong in it.
fn files() -> impl proptest::strategy::Strategy<Value = (Kind, Vec<u8>)> {
    use proptest::prelude::*;
    let kind = prop::sample::select(Kind::all().collect::<Vec<_>>());
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6);
    let wild = prop::collection::vec(any::<u8>(), 0..300);
    (kind, damage, wild, any::<prop::sample::Index>(), 0u8..5).prop_map(|(kind, damage, wild, at, how)| {
        let mut bytes = sample(kind).as_bytes().to_vec();
        let at = at.index(bytes.len());
        match how {
            0 => return (kind, wild),
            1 => bytes.truncate(at),
            2 => drop(bytes.splice(at..at, wild)),
            3 => drop(bytes.splice(at..at, *b"\"")),
            _ => {}
        }
        for (at, byte) in damage.into_iter().filter(|_| how != 3) {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
        }
        (kind, bytes)
    })
}

/// No file is a panic, and what is not saved leaves nothing behind.
#[test]
fn any_bytes_at_all() {
    use proptest::test_runner::{Config, TestRunner};
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let portal = runtime.block_on(Portal::with(&ALL_OF_OURS));
    let last = std::cell::RefCell::new(runtime.block_on(portal.state()));
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&files(), |(kind, bytes)| {
        runtime.block_on(async {
            let dry = portal.run(kind, &bytes, &Options { dry_run: true, ..Options::default() }).await;
            let real = portal.run(kind, &bytes, &Options::default()).await;
            let state = portal.state().await;
            match (dry, real) {
                (Ok(dry), Ok(real)) => {
                    assert_eq!(
                        (real.saved, &real.problems, &real.rejected),
                        (dry.is_clean(), &dry.problems, &dry.rejected)
                    );
                    if real.saved {
                        let again = portal.run(kind, &bytes, &Options::default()).await.unwrap();
                        assert!(again.changed_nothing(), "{:?}", again.changes);
                        last.replace(state);
                    } else {
                        assert_eq!(*last.borrow(), state);
                    }
                }
                (Err(Failure::Unreadable(_)), Err(Failure::Unreadable(_))) => assert_eq!(*last.borrow(), state),
                (dry, real) => panic!("{dry:?} {real:?}"),
            }
        });
        Ok(())
    });
    outcome.unwrap();
}
