// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Genes;

public class Sample
{
    [LoadColumn(0)] public bool Tumor { get; set; }
    [LoadColumn(1, 2000), VectorType(2000)] public float[] Expression { get; set; } = [];
}

public class Study
{
    private readonly MLContext _context = new MLContext(seed: 2024);

    public double Run(string path)
    {
        var samples = _context.Data.LoadFromTextFile<Sample>(path, ',', hasHeader: true);

        // Two thousand genes and sixty patients: the choice of genes is where the leak is.
        var selection = _context.Transforms.FeatureSelection.SelectFeaturesBasedOnMutualInformation("Features", "Expression", "Tumor", slotsInOutput: 50);
        var selected = selection.Fit(samples).Transform(samples); // KILN5001

        var split = _context.Data.TrainTestSplit(selected, testFraction: 0.3);
        var model = _context.BinaryClassification.Trainers.FastTree("Tumor", numberOfTrees: 20).Fit(split.TrainSet);
        return _context.BinaryClassification.Evaluate(model.Transform(split.TestSet), "Tumor").AreaUnderRocCurve;
    }
}
