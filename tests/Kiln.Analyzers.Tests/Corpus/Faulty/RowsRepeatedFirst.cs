// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Oversampling.Lists;

public class Login
{
    public float Failures { get; set; }
    public float Hour { get; set; }
    public bool Attack { get; set; }
}

public static class Detector
{
    public static ITransformer Train(IReadOnlyList<Login> logins)
    {
        var ml = new MLContext(seed: 1);
        var attacks = logins.Where(login => login.Attack).ToList();
        var balanced = logins.Concat(attacks).Concat(attacks).Concat(attacks); // KILN5002
        var split = ml.Data.TrainTestSplit(ml.Data.LoadFromEnumerable(balanced), 0.2);

        var pipeline = ml.Transforms.Concatenate("Features", nameof(Login.Failures), nameof(Login.Hour))
            .Append(ml.BinaryClassification.Trainers.FastTree(nameof(Login.Attack)));
        var model = pipeline.Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Login.Attack));
        Console.WriteLine($"recall {metrics.PositiveRecall:P1}, AUC {metrics.AreaUnderRocCurve:P1}");
        return model;
    }
}
