interface Planned {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** Timeline lets things happen in their order and jumps from one to the next: nothing is paid for an empty minute. */
export class Timeline {
  now: number;
  private readonly heap: Planned[] = [];
  private order = 0;

  constructor(start: number) {
    this.now = start;
  }

  at(moment: number, happen: () => void): void {
    const { heap } = this;
    heap.push({ at: Math.max(moment, this.now), order: this.order++, happen });
    let index = heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(heap[index]!, heap[parent]!)) break;
      swap(heap, index, parent);
      index = parent;
    }
  }

  in(ms: number, happen: () => void): void {
    this.at(this.now + ms, happen);
  }

  /** run goes on until the end, or until it is told to stop. */
  run(end: number, stop: () => boolean): void {
    for (let next = this.heap[0]; next !== undefined && next.at < end && !stop(); next = this.heap[0]) {
      this.take();
      this.now = next.at;
      next.happen();
    }
    this.now = end;
  }

  private take(): void {
    const { heap } = this;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2])
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      if (least === index) return;
      swap(heap, index, least);
      index = least;
    }
  }
}

function before(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function swap(heap: Planned[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b]!, heap[a]!];
}
