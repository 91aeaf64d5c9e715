using System.Reflection;
using Kiln.Analyzers.Catalog;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>Finds out what the methods of <c>MLContext.Data</c> do with rows and columns, by calling each on a few rows that are numbered.</summary>
static class RowProbe
{
    sealed class Row
    {
        public int Id { get; set; }

        [KeyType(10)]
        public uint Key { get; set; }

        public float Value { get; set; }
    }

    static readonly Row[] Rows = [.. Enumerable.Range(0, 40).Select(static id => new Row { Id = id, Key = (uint)(id % 10 + 1), Value = id % 4 == 0 ? float.NaN : id % 3 })];

    /// <summary>Arguments with which a method has something to do; the column is the first that it takes.</summary>
    static readonly Dictionary<string, object[]> Arguments = new()
    {
        ["count"] = [10L], ["lowerBound"] = [0.5], ["columnName"] = ["Value", "Key"], ["columns"] = [new[] { "Value" }], ["columnsToPrefetch"] = [Array.Empty<string>()],
    };

    public static IEnumerable<string> Lines() =>
        from method in typeof(DataOperationsCatalog).GetMethods()
        where method.GetParameters() is [{ ParameterType: var given }, ..] && given == typeof(IDataView) && !method.ContainsGenericParameters && IsOfRows(method.ReturnType)
        group method by method.Name into overloads
        orderby overloads.Key
        from line in Describe(overloads.First())
        select line;

    static bool IsOfRows(Type type) =>
        type == typeof(IDataView) || type == typeof(DataOperationsCatalog.TrainTestData) || type == typeof(IReadOnlyList<DataOperationsCatalog.TrainTestData>);

    static IEnumerable<string> Describe(MethodInfo method)
    {
        yield return $"DataOperationsCatalog.{method.Name}";
        var result = Call(method);
        if (result is IDataView view)
        {
            yield return $"  {Kind(Ids(view))}";
            if (view.Schema.Select(static column => (column.Name, column.Type)).SequenceEqual(Load(new MLContext()).Schema.Select(static column => (column.Name, column.Type))))
                yield return $"  {Tag.SameColumns}";
            if (!Ids(view).SequenceEqual(Ids((IDataView)Call(method))))
                yield return $"  {Tag.Draws}";
        }
        else
            yield return $"  {Tag.SplitsRows}";
    }

    static string Kind(IReadOnlyList<int> ids) =>
        ids.Distinct().Count() < ids.Count ? Tag.RepeatsRows : ids.Count == Rows.Length ? Tag.SameRows : Tag.SomeRows;

    static IReadOnlyList<int> Ids(IDataView view) => [.. view.GetColumn<int>(nameof(Row.Id))];

    static IDataView Load(MLContext context) => context.Data.LoadFromEnumerable(Rows);

    /// <summary>In a context without a seed.</summary>
    static object Call(MethodInfo method)
    {
        foreach (var column in Arguments["columnName"])
            try
            {
                var context = new MLContext();
                return method.Invoke(context.Data, [.. method.GetParameters().Select((parameter, at) => at == 0 ? Load(context)
                    : parameter.Name == "columnName" ? column
                    : Arguments.TryGetValue(parameter.Name!, out var values) ? values[0]
                    : parameter.DefaultValue)])!;
            }
            catch (TargetInvocationException refused) when (refused.InnerException is ArgumentException or InvalidOperationException)
            {
            }
        throw new InvalidOperationException($"{method.Name} takes none of the columns");
    }
}
