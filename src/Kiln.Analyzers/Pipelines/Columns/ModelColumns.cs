using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Models;
using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>The columns that the trainer shows to a <c>[Model]</c> class's own pipeline.</summary>
static class ModelColumns
{
    /// <summary>Null where the contract cannot be read or does not fit.</summary>
    public static ViewColumns? Read(ModelDeclaration model, ContractSet contracts) =>
        contracts.Find(model.Dataset)?.Contract is { } contract
        && ShapeResolver.Resolve(model.ToDefinition(""), contract, out _) is { } shape
            ? ViewColumns.Complete(
            [
                .. Excluded(shape, contract), .. shape.Inputs.Select(input => Input(input, contract)),
                .. shape.LabelColumn is { } label && shape.LearnsFromLabel ? [ViewColumn.Loaded(label.Name, Label(shape))] : (ViewColumn[])[],
                .. shape.Query is { } query ? [ViewColumn.Loaded(query.Name, new(ViewType.PlainKey, IsKey: true))] : (ViewColumn[])[],
                .. shape.Weight is { } weight ? [ViewColumn.Loaded(weight.Name, new("float"))] : (ViewColumn[])[],
            ])
            : null;

    /// <summary>Columns that are kept from models and are no features for a reason that is worth saying.</summary>
    static IEnumerable<ViewColumn> Excluded(ModelShape shape, DataContract contract) =>
        from column in contract.Columns
        where column != shape.LabelColumn && column != shape.Weight && column != shape.Query && !shape.Features.Contains(column)
        let why = Useless(column, contract)
        where why is not null
        select ViewColumn.Loaded(column.Name, null) with { Useless = why, IsExcluded = true };

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
