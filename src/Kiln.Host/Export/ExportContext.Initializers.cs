using TensorElementType = Kiln.Onnx.TensorElementType;
using Microsoft.ML.Data;

namespace Kiln.Host.Export;

sealed partial class ExportContext
{
    public override string AddInitializer(bool value, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Bool, [], [value ? 1L : 0L], name ?? "bool", makeUniqueName);

    public override string AddInitializer(float value, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Float, [], [value], name ?? "float", makeUniqueName);

    public override string AddInitializer(int value, Type type, string? name = null, bool makeUniqueName = true) =>
        Add(ElementTypes.Of(type), [], [(long)value], name ?? "int32", makeUniqueName);

    public override string AddInitializer(string value, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.String, [], [value], name ?? "string", makeUniqueName);

    public override string AddInitializer(long value, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Int64, [], [value], name ?? "int64", makeUniqueName);

    public override string AddInitializer(double value, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Double, [], [value], name ?? "double", makeUniqueName);

    public override string AddInitializer(ulong value, bool isUint64, string? name = null, bool makeUniqueName = true) =>
        Add(Unsigned(isUint64), [], [(long)value], name ?? "uint64", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<bool> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Bool, dims, [.. values.Select(value => value ? 1L : 0L)], name ?? "bools", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<float> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Float, dims, values.ToArray(), name ?? "floats", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<int> values, Type type, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(ElementTypes.Of(type), dims, [.. values.Select(value => (long)value)], name ?? "int32s", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<string> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.String, dims, values.ToArray(), name ?? "strings", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<long> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Int64, dims, values.ToArray(), name ?? "int64s", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<double> values, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(TensorElementType.Double, dims, values.ToArray(), name ?? "doubles", makeUniqueName);

    public override string AddInitializer(
        IEnumerable<ulong> values, bool isUint64, IEnumerable<long>? dims, string? name = null, bool makeUniqueName = true) =>
        Add(Unsigned(isUint64), dims, [.. values.Select(value => (long)value)], name ?? "uints", makeUniqueName);

    static TensorElementType Unsigned(bool isUint64) => isUint64 ? TensorElementType.UInt64 : TensorElementType.UInt32;

    string Add<T>(TensorElementType type, IEnumerable<long>? dims, T[] values, string name, bool makeUniqueName)
    {
        if (makeUniqueName)
            name = Unique(name, _variables);
        else if (!_variables.Add(name))
            return name;
        graph.Initializers.Add(new(name, type, dims?.ToArray() ?? [values.Length], values));
        return name;
    }
}
