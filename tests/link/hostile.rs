//! What else may talk to the socket: it changes nothing and stops nothing.

use std::io::{ErrorKind, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use xinhuo::model::show::{Cue, Order, encode};
use xinhuo::shell::link::{now, peer_id};

use crate::terminal::{Place, Terminal, first, steps, until};

/// Somebody who is no terminal.
fn stranger(place: &Place) -> UnixStream {
    let stream = UnixStream::connect(place.socket()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream.set_write_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

/// Whether the other end hangs up, whatever it says before.
fn is_left(mut stream: UnixStream) -> bool {
    let mut chunk = [0; 4096];
    loop {
        match stream.read(&mut chunk) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => return matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
        }
    }
}

/// Two terminals, and the state that they agree on.
fn show(place: &Place) -> (Terminal, Terminal, Cue) {
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    one.order(Order::Jump(4));
    until("both at 4", || two.step() == 4);
    let agreed = one.cue();
    (one, two, agreed)
}

/// Both still have that state, and follow each other.
fn still(one: &Terminal, two: &Terminal, agreed: &Cue) {
    assert_eq!((&one.cue(), &two.cue()), (agreed, agreed));
    one.order(Order::Exact);
    until("they follow each other", || two.cue() == one.cue());
    two.order(Order::Exact);
    until("both ways", || two.cue() == one.cue());
}

#[test]
fn nonsense_is_not_listened_to() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let good = encode(&first("tour", 12, peer_id()), 0).unwrap();
    let far = {
        let mut cue = agreed.clone();
        cue.live.step = 0;
        cue.version.counter = (1 << 48) + 1;
        serde_json::to_string(&serde_json::json!({ "protocol": 1, "peers": 0, "cue": cue })).unwrap()
    };
    let other_show = encode(&first("other", 12, peer_id()), 0).unwrap();
    let bad: Vec<Vec<u8>> = vec![
        b"\n".to_vec(),
        b"GET / HTTP/1.1\r\n\r\n".to_vec(),
        vec![0; 1000].into_iter().chain([b'\n']).collect(),
        b"\xff\xfe\n".to_vec(),
        b"[[[[[[[[[[[[[[\n".repeat(1000),
        vec![b'['; 60_000].into_iter().chain([b'\n']).collect(),
        format!("{}\n", good.replacen("\"protocol\":1", "\"protocol\":2", 1)).into_bytes(),
        format!("{}\n", good.replacen("\"step\":0", "\"step\":99", 1)).into_bytes(),
        format!("{good}{good}\n").into_bytes(),
        format!("{far}\n").into_bytes(),
        format!("{other_show}\n").into_bytes(),
        // What comes after nonsense is not heard either.
        {
            let mut cue = agreed.clone();
            cue.apply(Order::Last, &steps(12), now() + 1000, peer_id());
            format!("nonsense\n{}\n", encode(&cue, 0).unwrap()).into_bytes()
        },
    ];
    for bytes in bad {
        let mut stream = stranger(&place);
        let _ = stream.write_all(&bytes);
        assert!(is_left(stream), "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(80)]));
    }
    still(&one, &two, &agreed);
}

#[test]
fn a_version_from_the_future_does_not_hold_up_the_show() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let mut cue = agreed.clone();
    cue.live.step = 0;
    cue.version.counter = 1 << 48;
    let mut stream = stranger(&place);
    stream.write_all(format!("{}\n", encode(&cue, 0).unwrap()).as_bytes()).unwrap();
    // It is a terminal as far as anybody can tell, so its presence is known.
    until("it was heard", || one.others() == 2);
    still(&one, &two, &agreed);
}

#[test]
fn ten_megabytes_without_an_end_are_not_waited_for() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let mut stream = stranger(&place);
    let chunk = vec![b'x'; 1 << 20];
    let refused = (0..10).any(|_| stream.write_all(&chunk).is_err());
    assert!(refused && is_left(stream));
    still(&one, &two, &agreed);
}

#[test]
fn half_a_message_and_then_silence_is_left_alone() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let mut stream = stranger(&place);
    let line = encode(&first("tour", 12, peer_id()), 0).unwrap();
    stream.write_all(&line.as_bytes()[..line.len() / 2]).unwrap();
    still(&one, &two, &agreed);
    assert!(is_left(stream));
}

#[test]
fn a_hundred_connections_keep_nobody_out() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let crowd: Vec<UnixStream> = (0..100).map(|_| stranger(&place)).collect();
    let late = Terminal::open(&place.path());
    until("a third terminal takes part", || late.cue() == agreed);
    still(&one, &two, &agreed);
    assert!(crowd.into_iter().all(is_left));
}

#[test]
fn a_terminal_that_reads_nothing_holds_nobody_up() {
    let place = Place::new();
    let (one, two, _) = show(&place);
    let mut deaf = stranger(&place);
    deaf.write_all(format!("{}\n", encode(&first("tour", 12, peer_id()), 0).unwrap()).as_bytes()).unwrap();
    until("it takes part", || one.others() == 2);
    // More than any socket's buffer takes.
    for _ in 0..1500 {
        one.order(Order::Exact);
        let said = one.cue();
        until("the other hears it", || two.cue().version >= said.version);
    }
    until("it is left", || one.others() == 1);
    drop(deaf);
}

#[test]
fn a_flood_of_letters_does_not_drown_the_show() {
    let place = Place::new();
    let (one, two, agreed) = show(&place);
    let mut loud = stranger(&place);
    let line = format!("{}\n", encode(&first("tour", 12, peer_id()), 0).unwrap()).repeat(50);
    let flood = std::thread::spawn(move || {
        // It ends when nobody listens any more.
        let mut bytes = 0;
        while bytes < 20_000_000 && loud.write_all(line.as_bytes()).is_ok() {
            bytes += line.len();
        }
    });
    still(&one, &two, &agreed);
    for _ in 0..200 {
        one.order(Order::Spotlight);
        let said = one.cue();
        until("the other hears it", || two.cue() == said);
    }
    drop((one, two));
    flood.join().unwrap();
}

#[test]
fn a_hub_that_is_none_is_replaced() {
    let place = Place::new();
    let path = {
        let hub = Terminal::open(&place.path());
        let path = place.socket();
        drop(hub);
        path
    };
    for answer in ["", "nonsense\n"] {
        let _ = std::fs::remove_file(&path);
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let false_hub = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            // Holds the line until the other end gives up.
            let _ = is_left(stream);
        });
        let one = Terminal::open(&place.path());
        until("it gives up", || false_hub.is_finished());
        let two = Terminal::open(&place.path());
        two.order(Order::Language);
        until("the two find each other", || one.cue() == two.cue() && one.others() == 1);
        false_hub.join().unwrap();
    }
}
