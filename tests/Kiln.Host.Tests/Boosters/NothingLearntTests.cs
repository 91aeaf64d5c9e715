using Kiln.Host.Boosters;
using Kiln.Host.Export;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace Kiln.Host.Tests.Boosters;

public class NothingLearntTests
{
    /// <summary>Half of the rows are yes, and no leaf may have as few as there are: LightGBM's only tree is a leaf of 0.</summary>
    [Fact]
    public void A_booster_of_one_leaf_of_0_says_0_of_every_row()
    {
        var ml = new MLContext(1);
        var rows = ml.Data.LoadFromEnumerable(Enumerable.Range(0, 100).Select(i => new Row { A = i, B = i % 7, Label = i % 2 == 0 }));
        var trainer = ml.Transforms.Concatenate("Features", "A", "B").Append(BoosterTrainers.Replace(ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options { NumberOfIterations = 5, MinimumExampleCountPerLeaf = 90, Sigmoid = 1 })));

        var model = trainer.Fit(rows);

        Assert.All(model.Transform(rows).GetColumn<float>("Score"), score => Assert.Equal(0, score));
        Assert.NotEmpty(OnnxExporter.Export(model, rows, ["A", "B"], ["Score", "Probability"]));
    }

    sealed class Row
    {
        public float A { get; set; }

        public float B { get; set; }

        public bool Label { get; set; }
    }
}
