namespace Kiln.Onnx.Compilation;

/// <summary>How many bits of masks are handled at once.</summary>
enum MaskBits
{
    B64,
    B128,
    B256,
    B512,
}
