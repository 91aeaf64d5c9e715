// origin: alongside the rules
// contract: churn
using Kiln;

namespace Unbalanced;

[Model("churn", Label = "Churned", Version = "1.4.0")]
[Gate(Metric.Accuracy, AtLeast = 0.93)] // KILN4006
public sealed partial class ChurnModel;

public static class Program
{
    public static void Main()
    {
        var model = ChurnModel.Load();
        Console.WriteLine(model.Info.Version);
    }
}
