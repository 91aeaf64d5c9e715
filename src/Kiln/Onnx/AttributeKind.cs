namespace Kiln.Onnx;

/// <summary>What an attribute holds; the numbers are those of ONNX's <c>AttributeProto.AttributeType</c>.</summary>
enum AttributeKind
{
    Undefined = 0,
    Float = 1,
    Int = 2,
    Text = 3,
    Floats = 6,
    Ints = 7,
    Texts = 8,
}
