"""As much of RFC 8032 as it takes to tell a public key of small order, for which anyone signs."""

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P


def _add(a, b):
    product = D * a[0] * b[0] * a[1] * b[1] % P
    x = (a[0] * b[1] + a[1] * b[0]) * pow(1 + product, -1, P)
    y = (a[1] * b[1] + a[0] * b[0]) * pow(1 - product, -1, P)
    return x % P, y % P


def _point(public):
    number = int.from_bytes(public, "little")
    y, odd = number % 2**255, number >> 255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P:
        return None
    return (P - x if x % 2 != odd else x) % P, y


def usable(public):
    """Whether it is a point, written the one way, and not of the eight whose order divides 8."""
    point = _point(public)
    if point is None:
        return False
    for _ in range(3):
        point = _add(point, point)
    return point != (0, 1)
