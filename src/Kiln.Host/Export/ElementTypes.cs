using Kiln.Onnx;
using Microsoft.ML.Data;

namespace Kiln.Host.Export;

/// <summary>What ML.NET's types are in ONNX.</summary>
static class ElementTypes
{
    public static TensorElementType Of(Type type) => type switch
    {
        _ when type == typeof(bool) => TensorElementType.Bool,
        _ when type == typeof(ReadOnlyMemory<char>) || type == typeof(string) => TensorElementType.String,
        _ when type == typeof(sbyte) => TensorElementType.Int8,
        _ when type == typeof(byte) => TensorElementType.UInt8,
        _ when type == typeof(short) => TensorElementType.Int16,
        _ when type == typeof(ushort) => TensorElementType.UInt16,
        _ when type == typeof(int) => TensorElementType.Int32,
        _ when type == typeof(uint) => TensorElementType.UInt32,
        _ when type == typeof(long) => TensorElementType.Int64,
        _ when type == typeof(ulong) => TensorElementType.UInt64,
        _ when type == typeof(float) => TensorElementType.Float,
        _ when type == typeof(double) => TensorElementType.Double,
        _ => throw new ExportException($"columns of type {type.Name} have no counterpart in ONNX; convert them first"),
    };

    public static TensorElementType Of(DataViewType type) => Of(ItemType(type).RawType);

    /// <summary>How many elements a row has: 1 for a scalar, 0 for a vector of unknown size.</summary>
    public static int Width(DataViewType type) => type is VectorDataViewType vector ? vector.Size : 1;

    static DataViewType ItemType(DataViewType type) => type is VectorDataViewType vector ? vector.ItemType : type;
}
