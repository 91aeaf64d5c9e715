// origin: alongside the rules
// contract: churn
using Kiln;
using Microsoft.ML;

namespace Retention;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.8)]
public sealed partial class ChurnModel
{
    static IEstimator<ITransformer> Pipeline(MLContext ml) =>
        ml.Transforms.Categorical.OneHotEncoding("ContractEncoded", "Contract")
            .Append(ml.Transforms.Concatenate("Features", "ContractEncoded", "tenure", "MonthlyCharges")) // KILN2001
            .Append(ml.BinaryClassification.Trainers.FastTree(labelColumnName: "Churned"));
}

public static class Program
{
    public static void Main()
    {
        var model = ChurnModel.Load();
        var prediction = model.Predict(new ChurnModel.Input { Tenure = 4, Contract = "One year", MonthlyCharges = 50 });
        Console.WriteLine($"{prediction.PredictedLabel}: {prediction.Probability:P0}");
    }
}
