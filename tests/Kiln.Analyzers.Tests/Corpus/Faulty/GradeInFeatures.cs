// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace School;

static class Columns
{
    public const string Grade = "Grade";
    public static readonly string[] Used = ["Hours", "Absences", "Earlier", Grade];
}

public static class GradeModel
{
    public static RegressionMetrics Train(IEnumerable<Pupil> pupils)
    {
        var ml = new MLContext(10);
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(pupils));
        var estimator = ml.Transforms.Concatenate("Features", Columns.Used) // KILN2003
            .Append(ml.Regression.Trainers.FastForest(Columns.Grade));
        return ml.Regression.Evaluate(estimator.Fit(split.TrainSet).Transform(split.TestSet), Columns.Grade);
    }
}

public sealed class Pupil
{
    public float Hours { get; set; }
    public float Absences { get; set; }
    public float Earlier { get; set; }
    public float Grade { get; set; }
}
