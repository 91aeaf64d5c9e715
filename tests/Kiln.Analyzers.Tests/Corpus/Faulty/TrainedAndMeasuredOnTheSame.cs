// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Attrition;

public class Employee
{
    [LoadColumn(0)] public float Age { get; set; }
    [LoadColumn(1)] public float Salary { get; set; }
    [LoadColumn(2)] public string Department { get; set; } = "";
    [LoadColumn(3)] public bool Left { get; set; }
}

public class AttritionTrainer
{
    private readonly MLContext _mlContext;

    public AttritionTrainer()
    {
        _mlContext = new MLContext(seed: 1);
    }

    public void BuildAndEvaluate(string dataPath)
    {
        IDataView trainingData = _mlContext.Data.LoadFromTextFile<Employee>(dataPath, separatorChar: ',', hasHeader: true);

        var pipeline = _mlContext.Transforms.Categorical.OneHotEncoding("DepartmentEncoded", "Department")
            .Append(_mlContext.Transforms.Concatenate("Features", "Age", "Salary", "DepartmentEncoded"))
            .Append(_mlContext.BinaryClassification.Trainers.FastTree(labelColumnName: "Left"));

        ITransformer model = pipeline.Fit(trainingData);

        IDataView predictions = model.Transform(trainingData);
        var metrics = _mlContext.BinaryClassification.Evaluate(predictions, labelColumnName: "Left"); // KILN4007
        Console.WriteLine($"Accuracy: {metrics.Accuracy:P2}");
        Console.WriteLine($"AUC: {metrics.AreaUnderRocCurve:P2}");
    }
}
