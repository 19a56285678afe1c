"""Pages as a scanner delivers them: drawn from a PDF, laid askew."""

import cv2
import numpy as np
import pypdfium2


def drawn(pdf: bytes, *, dpi: int, page: int = 0) -> np.ndarray:
    """A page of a PDF as a picture, (H, W, 3) RGB on white."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dpi / 72, rev_byteorder=True).to_numpy()[..., :3].copy()
    document.close()
    return picture


def askew(picture: np.ndarray, *, degrees: float) -> np.ndarray:
    """The picture turned clockwise by some degrees; its size stays."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    return cv2.warpAffine(picture, matrix, (width, height), borderValue=(255, 255, 255))
