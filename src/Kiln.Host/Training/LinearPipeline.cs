using Kiln.Host.Examples;
using Kiln.Host.Training.Encodings;
using Kiln.Host.Training.Linear;
using Microsoft.ML;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Training;

/// <summary>A linear model of all inputs.</summary>
static class LinearPipeline
{
    const string Numbers = "\u0001Numbers";

    /// <param name="roughly">To the digits that anybody reads of a metric.</param>
    public static DefaultModel Fit(MLContext ml, ExampleSet examples, int[] training, bool roughly = false)
    {
        training = LearntText.Sample(examples, training);
        var view = new ExampleView(examples, training);
        var texts = LearntText.Learn(examples, training);
        var features = Encoding.OneHots(ml, examples).Append(Encoding.Texts(ml, texts)).Append(Features(ml, examples, training, texts)).Fit(view);
        var shape = examples.Shape;
        return new(features.Append(LinearTraining.Fit(ml, features.Transform(view), shape.Task, shape.Classes.Count, texts.Sum(text => text.Graph.Outputs[0].Width), roughly)),
            BoostingSettings.Plain, null, texts);
    }

    /// <summary>
    /// From categories and texts that are vectors already, and numbers, to all features. Numbers are in units of their own spread around their mean, which
    /// also stands for the missing ones.
    /// </summary>
    /// <param name="features">What their column is named.</param>
    public static IEstimator<ITransformer> Features(MLContext ml, ExampleSet examples, int[] training, IReadOnlyList<LearntText> texts, string features = ExampleView.Features)
    {
        string[] numbers = [.. Seasons.Known(examples, training).Where(input => !input.IsText).Select(input => input.Name)];
        string[] vectors = [.. examples.Inputs.Where(input => input.IsCategory).Concat(texts.Select(text => text.Input)).Select(Encoding.Name)];
        if (numbers.Length + vectors.Length == 0)
            throw new NothingToLearnException("no word and no sequence of letters is in more than one of the training texts, so nothing that is learnt from them "
                + "could be found in others; add rows, or columns that say more");
        if (numbers.Length == 0)
            return ml.Transforms.Concatenate(features, vectors);
        return ml.Transforms.Concatenate(Numbers, numbers)
            .Append(ml.Transforms.ReplaceMissingValues(Numbers, replacementMode: MissingValueReplacingEstimator.ReplacementMode.Mean))
            .Append(ml.Transforms.NormalizeMeanVariance(Numbers, fixZero: false))
            .Append(ml.Transforms.Concatenate(features, [Numbers, .. vectors]));
    }
}
