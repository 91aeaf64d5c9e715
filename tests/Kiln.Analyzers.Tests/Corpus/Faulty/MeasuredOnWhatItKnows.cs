// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Diabetes;

class Program
{
    static readonly string[] Features = { "Glucose", "Pressure", "Insulin", "Bmi", "Age" };

    static void Main(string[] args)
    {
        var ml = new MLContext();
        var trainingData = ml.Data.LoadFromTextFile<Patient>(@"C:\Temp\ml\diabetes.csv", hasHeader: true, separatorChar: ','); // KILN6007
        var model = BuildAndTrain(ml, trainingData);
        Evaluate(ml, model, trainingData);
    }

    static ITransformer BuildAndTrain(MLContext ml, IDataView data)
    {
        var estimator = ml.Transforms.Concatenate("Features", Features)
            .Append(ml.BinaryClassification.Trainers.FastTree("Outcome", "Features"));
        return estimator.Fit(data);
    }

    static void Evaluate(MLContext ml, ITransformer model, IDataView data)
    {
        var predictions = model.Transform(data);
        var metrics = ml.BinaryClassification.Evaluate(predictions, "Outcome"); // KILN4007
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P2}");
        Console.WriteLine($"F1: {metrics.F1Score:P2}");
    }

    class Patient
    {
        [LoadColumn(0)] public float Glucose { get; set; }
        [LoadColumn(1)] public float Pressure { get; set; }
        [LoadColumn(2)] public float Insulin { get; set; }
        [LoadColumn(3)] public float Bmi { get; set; }
        [LoadColumn(4)] public float Age { get; set; }
        [LoadColumn(5)] public bool Outcome { get; set; }
    }
}
