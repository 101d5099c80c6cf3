//! How fast the terminals of a show follow each other: an order at one until it is known at the other, and the time
//! that the end of the hub takes until an order of one of those who are left reaches the other.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement that cannot go on ends")]

#[cfg(unix)]
mod unix {
    use std::path::PathBuf;
    use std::sync::mpsc::{self, Receiver};
    use std::time::Duration;

    use divan::Bencher;
    use xinhuo::domain::Lang;
    use xinhuo::model::show::{Cue, Order, PeerId, Step, Steps, decode, encode};
    use xinhuo::shell::link::{Folder, Link, LinkEvent, now, peer_id};

    struct Terminal {
        link: Link,
        cue: Cue,
        me: PeerId,
        events: Receiver<LinkEvent>,
    }

    fn steps() -> Steps {
        Steps::new(vec![Step::default(); 40]).unwrap()
    }

    fn open(place: &std::path::Path) -> Terminal {
        let (sender, events) = mpsc::channel();
        let me = peer_id();
        let first = Cue::new("baoan-2024".into(), "tour".into(), &steps(), Lang::Zh, me);
        let folder = Folder::at(place.to_owned()).unwrap();
        let link = Link::open(folder, first, move |event| drop(sender.send(event))).unwrap();
        Terminal { cue: link.cue(), link, me, events }
    }

    impl Terminal {
        fn order(&mut self, order: Order) {
            self.cue.apply(order, &steps(), now(), self.me);
            self.link.send(&self.cue);
        }

        /// Waits until it is where another is.
        fn follow(&mut self, other: &Self) {
            while self.cue.version != other.cue.version {
                if let LinkEvent::Cue(cue) = self.events.recv_timeout(Duration::from_secs(10)).unwrap() {
                    self.cue.accept(&cue, now());
                }
            }
        }

        fn meet(&self, others: usize) {
            while self.events.recv_timeout(Duration::from_secs(10)).unwrap() != LinkEvent::Peers(others) {}
        }
    }

    fn place() -> PathBuf {
        std::env::temp_dir().join(format!("xinhuo-bench-{}", std::process::id()))
    }

    #[divan::bench]
    fn encode_and_decode(bencher: Bencher) {
        let cue = Cue::new("baoan-2024".into(), "tour".into(), &steps(), Lang::Zh, peer_id());
        bencher.bench_local(|| decode(encode(&cue, 1).unwrap().as_bytes()).unwrap());
    }

    #[divan::bench(sample_size = 1, sample_count = 500)]
    fn hub_to_guest(bencher: Bencher) {
        let (mut hub, mut guest) = (open(&place()), open(&place()));
        hub.meet(1);
        bencher.bench_local(|| {
            hub.order(Order::Exact);
            guest.follow(&hub);
        });
        clear((hub, guest));
    }

    #[divan::bench(sample_size = 1, sample_count = 500)]
    fn guest_to_guest(bencher: Bencher) {
        let (hub, mut one, mut two) = (open(&place()), open(&place()), open(&place()));
        hub.meet(2);
        bencher.bench_local(|| {
            one.order(Order::Exact);
            two.follow(&one);
        });
        clear((hub, one, two));
    }

    #[divan::bench(sample_size = 1, sample_count = 50)]
    fn end_of_the_hub(bencher: Bencher) {
        let opened = || {
            let (hub, one, two) = (open(&place()), open(&place()), open(&place()));
            hub.meet(2);
            (hub, one, two)
        };
        bencher.with_inputs(opened).bench_local_values(|(hub, mut one, mut two)| {
            drop(hub);
            one.order(Order::Exact);
            two.follow(&one);
            (one, two)
        });
        clear(());
    }

    /// Ends the show, so that the next one begins anew.
    fn clear<T>(terminals: T) {
        drop(terminals);
        let _ = std::fs::remove_dir_all(place());
    }
}

fn main() {
    divan::main();
}
