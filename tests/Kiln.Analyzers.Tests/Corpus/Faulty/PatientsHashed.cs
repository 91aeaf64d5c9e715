// origin: blind, first round
// contract: visits
using Kiln;

namespace Clinic;

[Model("visits", Label = "Readmitted", Version = "1.0.0", Split = Split.Hash)] // KILN5004
[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.7)]
public sealed partial class ReadmissionModel;

static class Program
{
    static void Main()
    {
        var model = ReadmissionModel.Load();
        var answer = model.Predict(new ReadmissionModel.Input { Age = 70, Pressure = 150, Ward = "B" });
        Console.WriteLine(answer.Probability > 0.3 ? "call back" : "done");
    }
}
