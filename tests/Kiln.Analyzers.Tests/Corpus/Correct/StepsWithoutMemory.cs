// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Spectra;

/// <summary>Cuts and normalizes each spectrum by itself before the rows are split: no row learns of another.</summary>
public static class SpectraTraining
{
    public static double Run(IEnumerable<Spectrum> spectra)
    {
        var ml = new MLContext(seed: 77);
        var raw = ml.Data.LoadFromEnumerable(spectra);
        var shaped = ml.Transforms.Concatenate("Features", nameof(Spectrum.Low), nameof(Spectrum.High))
            .Append(ml.Transforms.NormalizeLpNorm("Features"))
            .Append(ml.Transforms.Conversion.MapValueToKey("Label", nameof(Spectrum.Substance)))
            .Fit(raw)
            .Transform(raw);
        var split = ml.Data.TrainTestSplit(shaped, testFraction: 0.3);

        var oneVersusAll = ml.MulticlassClassification.Trainers.OneVersusAll(
            ml.BinaryClassification.Trainers.FastTree(), labelColumnName: "Label");
        var model = oneVersusAll.Fit(split.TrainSet);
        return ml.MulticlassClassification.Evaluate(model.Transform(split.TestSet)).MacroAccuracy;
    }

    public sealed class Spectrum
    {
        [VectorType(64)] public float[] Low { get; set; } = [];
        [VectorType(64)] public float[] High { get; set; } = [];
        public string Substance { get; set; } = "";
    }
}
