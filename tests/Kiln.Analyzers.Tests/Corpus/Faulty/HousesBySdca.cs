// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Houses;

internal static class Constants
{
    public const string Label = "Price";
    public const string Features = "Features";
}

internal class ModelBuilder
{
    private static MLContext mlContext = new MLContext(seed: 1);

    public static void CreateModel(string trainPath, string testPath)
    {
        IDataView train = mlContext.Data.LoadFromTextFile<HouseData>(trainPath, hasHeader: true, separatorChar: ',');
        IDataView test = mlContext.Data.LoadFromTextFile<HouseData>(testPath, hasHeader: true, separatorChar: ',');
        IEstimator<ITransformer> pipeline = BuildTrainingPipeline(mlContext);
        ITransformer model = pipeline.Fit(train);
        RegressionMetrics metrics = mlContext.Regression.Evaluate(model.Transform(test), Constants.Label);
        Console.WriteLine($"*   R-Squared: {metrics.RSquared:0.###}");
    }

    public static IEstimator<ITransformer> BuildTrainingPipeline(MLContext mlContext)
    {
        var dataProcessPipeline = mlContext.Transforms.Concatenate(Constants.Features, new[] { "Rooms", "Area", "Garden" });
        var trainer = mlContext.Regression.Trainers.Sdca(new SdcaRegressionTrainer.Options() // KILN2006 KILN6002
        {
            LabelColumnName = Constants.Label,
            FeatureColumnName = Constants.Features,
            L1Regularization = 0.1f,
        });
        return dataProcessPipeline.Append(trainer);
    }
}

internal class HouseData
{
    [LoadColumn(0)] public float Rooms { get; set; }
    [LoadColumn(1)] public float Area { get; set; }
    [LoadColumn(2)] public float Garden { get; set; }
    [LoadColumn(3)] public float Price { get; set; }
}
