using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Encodings;

/// <summary>The steps that make numbers of strings, for any trainer.</summary>
static class Encoding
{
    /// <summary>No name a column of all has: an input may be called 'Label'.</summary>
    public static string Name(ModelInput input) => "\u0002" + input.Name;

    public static EstimatorChain<ITransformer> OneHots(MLContext ml, ExampleSet examples) => examples.Inputs.Where(input => input.IsCategory)
        .Aggregate(new EstimatorChain<ITransformer>(), (chain, input) => chain.Append(OneHot(ml, input)));

    /// <summary>The categories are the contract's, not the ones that happen to be in the training rows.</summary>
    static IEstimator<ITransformer> OneHot(MLContext ml, ModelInput input)
    {
        var values = ml.Data.LoadFromEnumerable(input.Column.Values.Select(value => new CategoryValue { Value = value }));
        return ml.Transforms.Categorical.OneHotEncoding(Name(input), input.Name, keyData: values);
    }

    /// <summary>The texts' vectors, each under its input's <see cref="Name"/>.</summary>
    public static EstimatorChain<ITransformer> Texts(MLContext ml, IReadOnlyList<LearntText> texts) =>
        texts.Aggregate(new EstimatorChain<ITransformer>(), (chain, text) => chain.Append<ITransformer>(TextVectors.Estimator(ml, text.Graph, Name(text.Input))));

    sealed class CategoryValue
    {
        public string Value { get; set; } = "";
    }
}
