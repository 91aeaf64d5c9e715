namespace Kiln.Onnx;

/// <summary>What a tensor holds; the numbers are those of ONNX's <c>TensorProto.DataType</c>.</summary>
enum TensorElementType
{
    Undefined = 0,
    Float = 1,
    UInt8 = 2,
    Int8 = 3,
    UInt16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    String = 8,
    Bool = 9,
    Double = 11,
    UInt32 = 12,
    UInt64 = 13,
}
