using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>Where the rows of a data view come from. Equal ones have the same rows.</summary>
abstract record View
{
    /// <summary>The view the rows were taken from; null for a source.</summary>
    public abstract View? Parent { get; }

    /// <summary>The same rows before any model added columns to them.</summary>
    public View Rows => this is TransformedView view ? view.Of.Rows : this;

    /// <summary>Whether every row of this view is surely also a row of the other.</summary>
    public bool IsWithin(View other)
    {
        for (View? view = Rows; view is not null; view = view.Parent?.Rows)
            if (view == other.Rows || view is EitherView either && either.Views.All(one => one.IsWithin(other)))
                return true;
        return other.Rows is EitherView any && any.Views.All(IsWithin);
    }

    /// <summary>The transforms that the rows went through on their way, the last first.</summary>
    public IEnumerable<TransformedView> Transforms
    {
        get
        {
            for (View? view = this; view is not null; view = view.Parent)
                if (view is TransformedView transformed)
                    yield return transformed;
        }
    }
}

/// <summary>A load, a parameter, a field, or whatever else gives a view that cannot be seen into.</summary>
/// <param name="Identity">See <see cref="Value.Identity"/>.</param>
sealed record SourceView(object Identity) : View
{
    /// <summary>The call of ML.NET that loads it; null for other sources.</summary>
    public Value? Load { get; init; }

    public bool Equals(SourceView? other) => other is not null && Identity.Equals(other.Identity);

    public override int GetHashCode() => Identity.GetHashCode();

    public override View? Parent => null;
}

/// <summary>One side of a split: <c>TrainSet</c> or <c>TestSet</c>.</summary>
/// <param name="Of">Null where what was split is not known.</param>
/// <param name="Split">Tells splits of one view apart.</param>
/// <param name="At">Where it is split, as the body shows it that is looked at.</param>
sealed record SideView(View? Of, object Split, bool IsTest, IOperation At) : View
{
    public override View? Parent => Of;
}

/// <summary>Some rows of a view: taken, skipped, filtered, or drawn.</summary>
sealed record PartialView(View Of, Value By) : View
{
    public override View? Parent => Of;

    public IInvocationOperation Call => (IInvocationOperation)By.Operation;
}

/// <summary>One of several views, by a condition: the same one wherever the same variable is read.</summary>
/// <param name="First">The first that it may be, where it is assigned; tells apart what is chosen in several places.</param>
sealed record EitherView(IReadOnlyList<View> Views, Value First) : View
{
    public override View? Parent => null;

    public bool Equals(EitherView? other) => other is not null && First == other.First && Views.SequenceEqual(other.Views);

    public override int GetHashCode() => First.GetHashCode();
}

/// <summary>A view with the columns that a transformer adds.</summary>
/// <param name="By">Null where it is not known what the transformer was fitted on.</param>
sealed record TransformedView(View Of, FittedModel? By, Value At) : View
{
    public override View? Parent => Of;

    public IInvocationOperation Call => (IInvocationOperation)At.Operation;
}

/// <summary>What <c>Fit</c> gave.</summary>
/// <param name="On">The view it was fitted on.</param>
/// <param name="At">The call, and where it stands.</param>
sealed record FittedModel(View On, Value At)
{
    public IInvocationOperation Call => (IInvocationOperation)At.Operation;
}
