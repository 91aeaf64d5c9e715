// origin: alongside the rules
// contract: churn
using Kiln;

namespace Retention;

[Model("churn", Label = "Churned", Version = "1.0.0")]
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.83, Because = "the call centre breaks even at 0.8")]
[Gate(Metric.Accuracy, AtLeast = 0.92)]
public sealed partial class ChurnModel;

public static class Program
{
    public static void Main()
    {
        var model = ChurnModel.Load();
        var customer = new ChurnModel.Input { Tenure = 3, Contract = "Month-to-month", MonthlyCharges = 70.35f };
        var prediction = model.Predict(customer);
        Console.WriteLine($"{prediction.PredictedLabel} {prediction.Probability:P1}");
        Parallel.For(0, 4, _ => model.Predict(customer)); // a loaded model is thread-safe
    }
}
