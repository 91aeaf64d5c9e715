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

    /// <summary>Whether every row of this view is also a row of the other.</summary>
    public bool IsWithin(View other)
    {
        for (View? view = Rows; view is not null; view = view.Parent?.Rows)
            if (view == other.Rows)
                return true;
        return false;
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
/// <param name="Identity">See <see cref="Origin.Identity"/>.</param>
sealed record SourceView(object Identity) : View
{
    public override View? Parent => null;
}

/// <summary>One side of a split: <c>TrainSet</c> or <c>TestSet</c>.</summary>
/// <param name="Of">Null where what was split is not known.</param>
/// <param name="Split">Tells splits of one view apart.</param>
sealed record SideView(View? Of, object Split, bool IsTest) : View
{
    public override View? Parent => Of;
}

/// <summary>Some rows of a view: taken, skipped, filtered, or drawn.</summary>
sealed record PartialView(View Of, IInvocationOperation By) : View
{
    public override View? Parent => Of;
}

/// <summary>A view with the columns that a transformer adds.</summary>
/// <param name="By">Null where it is not known what the transformer was fitted on.</param>
sealed record TransformedView(View Of, FittedModel? By, IInvocationOperation At) : View
{
    public override View? Parent => Of;
}

/// <summary>What <c>Fit</c> gave.</summary>
/// <param name="On">The view it was fitted on.</param>
/// <param name="At">The call, and the body it stands in.</param>
sealed record FittedModel(View On, Origin At)
{
    public IInvocationOperation Call => (IInvocationOperation)At.Operation;
}
