namespace Kiln.Contracts.Locks;

/// <summary>Which rows a model and a release are compared on.</summary>
public enum ComparedRows
{
    /// <summary>Those that the release recorded, as far as they are still held out: up to 1,000. Where its model is not at hand, this is all that is known of it.</summary>
    Recorded,

    /// <summary>All that are held out now and that the released model was not trained on: its own file predicts them.</summary>
    HeldOut,
}
