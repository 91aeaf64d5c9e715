using Kiln.Analyzers.Catalog;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>A column of the probe's data, named after its type.</summary>
abstract class ProbeColumn
{
    public const int Rows = 60;

    /// <summary>One column for every type that estimators tell apart.</summary>
    public static readonly ProbeColumn[] All = [.. Of("text", TextDataViewType.Instance, row => new[] { "1", "2", "3" }[row % 3].AsMemory()),
        .. Of("bool", BooleanDataViewType.Instance, row => row % 2 == 1),
        .. Of("sbyte", NumberDataViewType.SByte, row => (sbyte)(row % 3)),
        .. Of("byte", NumberDataViewType.Byte, row => (byte)(row % 3)),
        .. Of("short", NumberDataViewType.Int16, row => (short)(row % 3)),
        .. Of("ushort", NumberDataViewType.UInt16, row => (ushort)(row % 3)),
        .. Of("int", NumberDataViewType.Int32, row => row % 3),
        .. Of("uint", NumberDataViewType.UInt32, row => (uint)(row % 3)),
        .. Of("long", NumberDataViewType.Int64, row => row % 3L),
        .. Of("ulong", NumberDataViewType.UInt64, row => (ulong)(row % 3)),
        .. Of("float", NumberDataViewType.Single, row => row < 0 ? float.NaN : row % 4),
        .. Of("double", NumberDataViewType.Double, row => row < 0 ? double.NaN : row % 4),
        .. Of("DateTime", DateTimeDataViewType.Instance, row => new DateTime(2020, 1, 1 + row % 5)),
        .. Of("DateTimeOffset", DateTimeOffsetDataViewType.Instance, row => new DateTimeOffset(2020, 1, 1 + row % 5, 0, 0, 0, TimeSpan.Zero)),
        .. Of("TimeSpan", TimeSpanDataViewType.Instance, row => TimeSpan.FromHours(row % 5)),
        .. Of("key", new KeyDataViewType(typeof(uint), 2), row => (uint)(row / 5 % 2 + 1)),
        .. Of("key<text>", new KeyDataViewType(typeof(uint), 2), row => (uint)(row / 5 % 2 + 1), TextDataViewType.Instance, i => $"k{i}".AsMemory()),
        .. Of("key<float>", new KeyDataViewType(typeof(uint), 2), row => (uint)(row / 5 % 2 + 1), NumberDataViewType.Single, i => (float)i),
        .. Of("key:byte", new KeyDataViewType(typeof(byte), 2), row => (byte)(row / 5 % 2 + 1)),
        .. Of("key:ushort", new KeyDataViewType(typeof(ushort), 2), row => (ushort)(row / 5 % 2 + 1)),
        .. Of("key:ulong", new KeyDataViewType(typeof(ulong), 2), row => (ulong)(row / 5 % 2 + 1))];

    /// <summary>Groups in which the labels vary, as trainers of rankings need them.</summary>
    public static readonly ProbeColumn Group = new Scalar<uint>(row => (uint)(row / 10 % 3 + 1))
    {
        Name = "group", Type = ViewType.Parse("key"), DataType = new KeyDataViewType(typeof(uint), 3),
    };

    public required string Name { get; init; }

    public required ViewType Type { get; init; }

    public required DataViewType DataType { get; init; }

    public DataViewSchema.Annotations Annotations { get; init; } = new DataViewSchema.Annotations.Builder().ToAnnotations();

    /// <summary>A getter of the row a cursor stands at; where <paramref name="missing"/> is set, every number is NaN.</summary>
    public abstract Delegate Getter(Func<int> row, bool missing);

    static IEnumerable<ProbeColumn> Of<T>(string item, PrimitiveDataViewType type, Func<int, T> value) =>
        Of(item, type, value, null, (Func<int, T>?)null);

    static IEnumerable<ProbeColumn> Of<T, TKey>(
        string item, PrimitiveDataViewType type, Func<int, T> value, PrimitiveDataViewType? keyType, Func<int, TKey>? keyValue)
    {
        var annotations = new DataViewSchema.Annotations.Builder();
        if (keyType is not null && keyValue is not null)
            annotations.Add(
                "KeyValues", new VectorDataViewType(keyType, 2), (ref VBuffer<TKey> keys) => keys = new(2, [keyValue(0), keyValue(1)]));
        var known = annotations.ToAnnotations();
        var parsed = ViewType.Parse(item);
        yield return new Scalar<T>(value) { Name = item, Type = parsed, DataType = type, Annotations = known };
        yield return new Vector<T>(value, _ => 3)
        {
            Name = $"{item}[]", Type = parsed.As(Shape.Vector), DataType = new VectorDataViewType(type, 3), Annotations = known,
        };
        yield return new Vector<T>(value, row => 1 + row % 3)
        {
            Name = $"{item}[?]", Type = parsed.As(Shape.Unsized), DataType = new VectorDataViewType(type), Annotations = known,
        };
    }

    /// <summary>Numbers with a NaN give it for a row that is none.</summary>
    static T At<T>(Func<int, T> value, int row, bool missing) => value(missing && (value is Func<int, float> or Func<int, double>) ? -1 : row);

    sealed class Scalar<T>(Func<int, T> value) : ProbeColumn
    {
        public override Delegate Getter(Func<int> row, bool missing) => (ValueGetter<T>)((ref T result) => result = At(value, row(), missing));
    }

    sealed class Vector<T>(Func<int, T> value, Func<int, int> size) : ProbeColumn
    {
        public override Delegate Getter(Func<int> row, bool missing) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> result) =>
        {
            var values = Enumerable.Range(0, size(row())).Select(slot => At(value, row() * (slot + 1) + slot, missing)).ToArray();
            result = new(values.Length, values);
        });
    }
}
