using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>The column that says how much each row counts.</summary>
static class RowWeight
{
    const string Argument = nameof(ModelDefinition.Weight);

    /// <summary>Why the column cannot be the weight of the model's rows.</summary>
    /// <param name="weight">Named by the definition, or by its role in the contract.</param>
    /// <param name="split">The column that divides the rows; null where none does.</param>
    public static IEnumerable<Problem> Check(ModelDefinition model, Column weight, Column label, Column? split)
    {
        var another = model.Weight is null ? "give it another role in the contract" : "name another column as Weight";
        if (weight == label)
            yield return Say($"'{weight.Name}' is the label, so each row would count as much as what is to be predicted of it; {another}");
        else if (weight == split)
            yield return Say($"'{weight.Name}' divides the rows into those that train and those that are held out, so these would not count alike; {another}");
        else if (weight.Type is not (ColumnType.Number or ColumnType.Integer))
            yield return Say($"'{weight.Name}' is {Words.WithArticle(weight.Type)}, which does not say how much a row counts; {another}, or give it \"type\": \"number\"");
        else if (model.Features?.Contains(weight.Name) == true)
            yield return new(Ids.WrongWeight, nameof(model.Features), $"'{weight.Name}' says how much each row counts, so it is no feature: who predicts has one row, and no weight; "
                + $"remove it from Features, or {another}", weight.Name);

        Problem Say(string message) => new(Ids.WrongWeight, model.Weight is null ? null : Argument, message, model.Weight);
    }
}
