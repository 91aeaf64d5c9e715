using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>The interval of a predicted number, as a model's definition asks for it: by the share of values that is to lie within.</summary>
static class PredictionInterval
{
    /// <summary>What is wrong with what the definition says, and nothing where it says nothing.</summary>
    public static IEnumerable<Problem> Check(ModelDefinition model, TaskKind task, Column? label)
    {
        if (model.Interval is not { } share)
            yield break;
        if (label is null)
            yield return new(Ids.WrongInterval, nameof(model.Interval), $"Interval surrounds a predicted number, and '{model.Name}' is {task}, which predicts none; leave out Interval");
        else if (task != TaskKind.Regression)
            yield return new(Ids.WrongInterval, nameof(model.Interval), $"Interval surrounds a predicted number, but '{model.Name}' is {task} on '{label.Name}', "
                + $"{LabelTask.Describe(label)}; leave out Interval{(LabelTask.Fits(TaskKind.Regression, label) ? ", or paste Task = ModelTask.Regression" : "")}");
        // As the 32-bit number that the loaded model knows.
        else if (!((float)share is > 0 and < 1))
            yield return new(Ids.WrongInterval, nameof(model.Interval), $"Interval is {share.ToString("R", CultureInfo.InvariantCulture)}, and no interval holds such a share of the values; "
                + "write a share between 0 and 1, as in Interval = 0.9 for 90 % of them");
    }
}
