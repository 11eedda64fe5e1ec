"""The cable must outlive whatever both of its ends do: a dead one would look like a program that does not come back."""
import socket
import threading
import unittest

from wire import Cable


class CableTests(unittest.TestCase):
    def setUp(self):
        self.base = socket.create_server(("127.0.0.1", 0))
        self.base.settimeout(5)
        self.addCleanup(self.base.close)
        self.cable = Cable(self.base.getsockname()[1])

    def line(self):
        """Both ends of a connection through the cable, each heard by the other."""
        near = socket.create_connection(("127.0.0.1", self.cable.port), timeout=5)
        far, _ = self.base.accept()
        near.sendall(b"x")
        self.assertEqual(far.recv(1), b"x")
        self.addCleanup(near.close)
        self.addCleanup(far.close)
        return near, far

    def test_it_carries_on_when_both_ends_go_while_it_is_cut(self):
        with self.cable:
            lines = [self.line() for _ in range(8)]
            self.cable.cut(silently=True)
            for near, far in lines:
                near.close()
                far.close()
            threading.Event().wait(0.2)
            self.cable.mend()
            self.line()


if __name__ == "__main__":
    unittest.main()
