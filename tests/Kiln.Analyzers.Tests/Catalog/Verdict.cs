using System.Reflection;
using Kiln.Analyzers.Catalog;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>What ML.NET does with an estimator on the probe's data.</summary>
/// <param name="Outputs">The columns it makes, by name.</param>
/// <param name="Normalized">The outputs that ML.NET marks as normalized.</param>
/// <param name="Missing">Whether a NaN that goes in comes out.</param>
/// <param name="IsCategory">Whether an output says which of its slots belong to one category.</param>
sealed record Verdict(IReadOnlyDictionary<string, ViewType> Outputs, IReadOnlyCollection<string> Normalized, bool Missing, bool IsCategory)
{
    static readonly ProbeData Data = new(missing: false);

    static readonly ProbeData MissingData = new(missing: true);

    static readonly SchemaShape Before = (SchemaShape)typeof(SchemaShape)
        .GetMethod("Create", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.Invoke(null, [Data.Schema])!;

    /// <summary>Null where the estimator refuses the types: by its schema, or, as some do, only when it is fitted.</summary>
    public static Verdict? Run(Func<IEstimator<ITransformer>> create)
    {
        try
        {
            var estimator = create();
            var after = estimator.GetOutputSchema(Before);
            var fitted = estimator.Fit(Data);
            fitted.Transform(Data).GetRowCount();
            var outputs = after.Where(static column => Before.All(before => before.Name != column.Name)).OrderBy(static column => column.Name, StringComparer.Ordinal).ToList();
            var missing = outputs.Any(column => HasMissing(fitted.Transform(MissingData), column.Name) && !HasMissing(fitted.Transform(Data), column.Name));
            return new(
                outputs.ToDictionary(static column => column.Name, static column => TypeOf(column)),
                [.. outputs.Where(static column => column.Annotations.Any(static annotation => annotation.Name == "IsNormalized")).Select(static column => column.Name)],
                missing,
                fitted.Transform(Data).Schema.Any(static column => column.Annotations.Schema.GetColumnOrNull("CategoricalSlotRanges") is not null));
        }
        catch (Exception refused) when (refused.GetBaseException() is ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    public static ViewType TypeOf(SchemaShape.Column column)
    {
        var shape = column.Kind switch
        {
            SchemaShape.Column.VectorKind.Vector => Shape.Vector,
            SchemaShape.Column.VectorKind.VariableVector => Shape.Unsized,
            _ => Shape.Scalar,
        };
        var values = column.IsKey ? column.Annotations.Where(static annotation => annotation.Name == "KeyValues").Select(static keys => ItemOf(keys.ItemType)).FirstOrDefault() : null;
        return new(ItemOf(column.ItemType), shape, column.IsKey, values);
    }

    static string ItemOf(DataViewType type) =>
        ProbeColumn.All.First(column => !column.Type.IsKey && column.DataType.RawType == type.RawType).Name;

    static bool HasMissing(IDataView data, string name)
    {
        if (data.Schema.GetColumnOrNull(name) is not { } column)
            return false;
        using var cursor = data.GetRowCursor([column]);
        return cursor.MoveNext() && column.Type switch
        {
            NumberDataViewType type when type == NumberDataViewType.Single => float.IsNaN(Value<float>(cursor, column)),
            NumberDataViewType type when type == NumberDataViewType.Double => double.IsNaN(Value<double>(cursor, column)),
            VectorDataViewType { ItemType: var item } when item == NumberDataViewType.Single =>
                Value<VBuffer<float>>(cursor, column).DenseValues().Any(float.IsNaN),
            VectorDataViewType { ItemType: var item } when item == NumberDataViewType.Double =>
                Value<VBuffer<double>>(cursor, column).DenseValues().Any(double.IsNaN),
            _ => false,
        };
    }

    static T Value<T>(DataViewRow row, DataViewSchema.Column column)
    {
        T value = default!;
        row.GetGetter<T>(column)(ref value);
        return value;
    }
}
