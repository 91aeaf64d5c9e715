using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Kiln.Host.Training.Linear;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training;

/// <summary>Trees, and beside them a linear model whose scores are added to theirs: one model in one file, whose score is still a sum over columns.</summary>
static class BlendedPipeline
{
    const string Score = "Score";

    /// <summary>Not those of the trees, which others may split by the same features.</summary>
    const string Features = "\u0001LinearFeatures";

    /// <param name="features">From the inputs to what the trees split by.</param>
    /// <param name="trees">The fitted trees, which give their share of the score already.</param>
    /// <param name="share">What of its scores the linear model gives.</param>
    /// <param name="added">What it gives besides, of each score.</param>
    public static ITransformer Create(MLContext ml, ITransformer features, ITransformer trees, ExampleSet examples, int[] training, double share, double[] added)
    {
        List<ITransformer> steps = [];
        IDataView data = new ExampleView(examples, training);
        Append(_ => features);
        List<string> columns = [];
        foreach (var scores in BoosterScores.List(ml, trees, data.Schema, ExampleView.Features))
        {
            Append(_ => scores);
            columns.Add(SumStep.Trees + columns.Count);
            Append(view => ml.Transforms.CopyColumns(columns[^1], Score).Fit(view));
        }
        Append(view => ml.Transforms.Concatenate(SumStep.Trees, [.. columns]).Fit(view));
        Append(view => LinearPipeline.Features(ml, examples, training, [], Features).Fit(view));
        Append(view => LinearTraining.FitScores(ml, view, Features, examples.Shape.Task, examples.Shape.Classes.Count, share, added));
        Append(view => new SumStep(ml, view, examples.Shape.Task));
        return new TransformerChain<ITransformer>([.. steps]);

        void Append(Func<IDataView, ITransformer> make)
        {
            steps.Add(make(data));
            data = steps[^1].Transform(data);
        }
    }
}
