"""A cable on 127.0.0.1 between a program and its database, which can be cut: with a farewell or in silence."""
import selectors
import socket
import threading

from place import Broken


class Cable:
    def __init__(self, to):
        self.to = to
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.is_over = self.is_silent = self.is_cut = False
        self.others, self.lock = {}, threading.Lock()
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.listener, selectors.EVENT_READ)
        self.thread = threading.Thread(target=self.carry, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.is_over = True
        self.thread.join(5)
        self.drop_all()
        self.listener.close()

    def cut(self, silently):
        self.is_silent, self.is_cut = silently, True

    def mend(self):
        if not self.thread.is_alive():
            raise Broken("the cable itself has died: what it carries says nothing of the program")
        self.is_cut = False

    def carry(self):
        while not self.is_over:
            if self.is_cut and not self.is_silent:
                self.drop_all()
            for key, _ in self.selector.select(0.05):
                if self.is_cut and self.is_silent:
                    threading.Event().wait(0.02)
                elif key.fileobj is self.listener:
                    self.join()
                elif key.fileobj in self.others:
                    # Where both ends say farewell at once, the second has gone with the first.
                    self.pass_on(key.fileobj)

    def join(self):
        near, _ = self.listener.accept()
        if self.is_cut:
            near.close()
            return
        try:
            far = socket.create_connection(("127.0.0.1", self.to), timeout=5)
        except OSError:
            near.close()
            return
        self.others[near], self.others[far] = far, near
        for one in (near, far):
            self.selector.register(one, selectors.EVENT_READ)

    def pass_on(self, one):
        try:
            data = one.recv(65536)
            if data:
                self.others[one].sendall(data)
                return
        except OSError:
            pass
        self.drop(one)

    def drop(self, one):
        other = self.others.pop(one, None)
        for end in (one, other):
            if end is not None:
                self.others.pop(end, None)
                self.selector.unregister(end)
                end.close()

    def drop_all(self):
        for one in list(self.others):
            if one in self.others:
                self.drop(one)
