using Kiln.Analyzers.Models;
using Kiln.Analyzers.Pipelines.Types;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;
using Kiln.Generators.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The columns that the trainer shows to a <c>[Model]</c> class's own pipeline.</summary>
static class ModelColumns
{
    /// <summary>Null where the class is no model, or its contract cannot be read or does not fit.</summary>
    public static ViewColumns? Of(INamedTypeSymbol type, AnalyzerOptions options, CancellationToken stop)
    {
        if (ModelReader.ModelOf(type) is null)
            return null;
        var contracts = new ContractSet(options, static text => ContractReading.Of(text.ToString()), stop);
        return ModelUnderTest.Of(type, contracts, stop) is { Shape: { } shape, Contract: { } contract }
            ? ViewColumns.Complete([.. shape.Inputs.Select(input => Input(input, contract)), ViewColumn.Loaded(shape.Label.Name, Label(shape))])
            : null;
    }

    static ViewColumn Input(ModelInput input, DataContract contract) =>
        ViewColumn.Loaded(
            input.Name, new ViewType(input.IsText ? "text" : "float"),
            // A text that is missing is the empty one.
            mayMiss: input.Column.Nullable && !input.IsText) with
        {
            Scaling = input.Column.Type == ColumnType.Boolean ? Scaling.Scaled : Scaling.Raw,
            Useless = Useless(input.Column, contract),
        };

    static ViewType Label(ModelShape shape) => shape.Task switch
    {
        TaskKind.BinaryClassification => new("bool"),
        TaskKind.MulticlassClassification => new(ViewType.PlainKey, IsKey: true, KeyValues: "text"),
        _ => new("float"),
    };

    static string? Useless(Column column, DataContract contract) =>
        column.Role == ColumnRole.Id ? "is an id in the contract"
        : !contract.Profile.TryGetValue(column.Name, out var profile) || contract.Rows < 2 ? null
        : profile.Distinct == 1 && profile.Missing == 0 ? $"has one value in all {Rows(contract)} rows"
        : profile.Distinct == contract.Rows && column.Type == ColumnType.Category ? $"has another value in each of {Rows(contract)} rows"
        : null;

    static string Rows(DataContract contract) => contract.Rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
